#pragma once

// NVRTC, CUDA's compiler as a library, for the kernels of games that are known at run time only. It is loaded when it is
// asked for, so that the program starts where there is none, as on machines with a GPU's driver alone.

#include <memory>
#include <string>
#include <vector>

namespace tauroa::cuda {

/// Machine code or PTX, and what the kernels that were asked for are called in it.
struct device_code {
    std::string image;
    std::vector<std::string> names;
};

class nvrtc {
  public:
    /// What NVRTC may be called here: that of the toolkit's version, then any.
    static std::vector<std::string> usual_libraries();

    /// Loads the first library that is there, and leaves it loaded. Throws user_error where none is, and where one is no
    /// NVRTC.
    explicit nvrtc(const std::vector<std::string>& libraries = usual_libraries());

    /// What to compile for, for a device of this compute capability, 10 major + minor: its machine code, sm_90; PTX of the
    /// greatest that is not beyond it, compute_90, where NVRTC does not know it. Throws user_error for one that is too old.
    [[nodiscard]] std::string target_for(int capability) const;

    /// Compiles CUDA C++ that includes nothing, with the options that keep bits the same everywhere (cmake/TauroaFlags.cmake).
    /// kernels: instances of templates, as C++ names them. Throws failure with the first error where that fails: the code is
    /// this program's own.
    [[nodiscard]] device_code compile(const std::string& text, const std::vector<std::string>& kernels,
                                      const std::string& target) const;

  private:
    struct functions;
    std::shared_ptr<const functions> call_;
};

}  // namespace tauroa::cuda
