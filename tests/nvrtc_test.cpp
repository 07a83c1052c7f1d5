// NVRTC as the program asks it, without a GPU: what is compiled for which device, and what is said where it cannot be had
// or does not take a text. What its code computes: ptx_test.cpp, run on games as text (Ptx.cmake).

#include "kernels/nvrtc.hpp"

#include <gtest/gtest.h>

#include "kernels/error.hpp"

namespace {

using tauroa::cuda::nvrtc;

constexpr const char* adds = "template <class T> __global__ void add(T* x) { *x = *x * *x + 1; }";

/// What an exception of this type says; empty where there is none.
template <class Exception>
std::string said_by(const auto& does) {
    try {
        does();
    } catch (const Exception& why) {
        return why.what();
    }
    return "";
}

TEST(Nvrtc, WhereThereIsNoneTheLibraryAndTheWayOutAreNamed) {
    const std::string said = said_by<tauroa::user_error>([] { nvrtc({"libnvrtc.so.0", "libother.so"}); });
    for (const char* word : {"libnvrtc.so.0, libother.so", "LD_LIBRARY_PATH", "--backend cpu"})
        EXPECT_NE(said.find(word), std::string::npos) << said;
    EXPECT_EQ(said.find('\n'), std::string::npos) << said;
}

TEST(Nvrtc, AnotherLibraryIsNotTakenForIt) {
    const std::string said = said_by<tauroa::user_error>([] { nvrtc({"libc.so.6"}); });
    EXPECT_NE(said.find("nvrtcGetErrorString"), std::string::npos) << said;
}

TEST(Nvrtc, TheFirstLibraryThatIsThereIsTaken) {
    auto libraries = nvrtc::usual_libraries();
    libraries.insert(libraries.begin(), "libnvrtc.so.0");
    EXPECT_NO_THROW(nvrtc{libraries});
}

TEST(Nvrtc, DevicesThatItKnowsGetMachineCodeLaterOnesPtx) {
    const nvrtc compiler;
    EXPECT_EQ(compiler.target_for(90), "sm_90");
    EXPECT_EQ(compiler.target_for(75), "sm_75");
    EXPECT_EQ(compiler.target_for(76), "compute_75");
    EXPECT_EQ(compiler.target_for(9999).substr(0, 8), "compute_");
    const std::string said = said_by<tauroa::user_error>([&] { static_cast<void>(compiler.target_for(13)); });
    EXPECT_NE(said.find("1.3"), std::string::npos) << said;
}

TEST(Nvrtc, KernelsAreCalledAsTheyAreInTheCode) {
    const nvrtc compiler;
    const auto ptx = compiler.compile(adds, {"add<double>", "add<float>"}, "compute_75");
    ASSERT_EQ(ptx.names.size(), 2);
    for (const std::string& name : ptx.names)
        EXPECT_NE(ptx.image.find(".entry " + name + "("), std::string::npos) << ptx.image;
    EXPECT_EQ(compiler.compile(adds, {"add<double>"}, "sm_75").image.substr(1, 3), "ELF");
}

TEST(Nvrtc, NothingIsContracted) {
    const std::string ptx = nvrtc().compile(adds, {"add<double>"}, "compute_75").image;
    EXPECT_NE(ptx.find("mul.rn.f64"), std::string::npos) << ptx;
    EXPECT_EQ(ptx.find("fma"), std::string::npos) << ptx;
}

TEST(Nvrtc, WhatIsWrongWithATextIsSaidInALine) {
    const std::string said =
        said_by<tauroa::failure>([] { static_cast<void>(nvrtc().compile("mistake", {}, "sm_75")); });
    EXPECT_NE(said.find("error: "), std::string::npos) << said;
    EXPECT_EQ(said.find('\n'), std::string::npos) << said;
}

}  // namespace
