#include "output/digest.hpp"

#include <xxhash.h>

#include <algorithm>
#include <array>
#include <iomanip>
#include <map>
#include <memory>
#include <set>
#include <sstream>
#include <string_view>
#include <vector>

#include "kernels/error.hpp"
#include "output/hdf5.hpp"

namespace tauroa {
namespace {

using hdf5::extent;
using hdf5::handle;

/// Bookkeeping of dimension scales: addresses and names that follow from the datasets.
bool is_bookkeeping(std::string_view name) {
    static constexpr std::array<std::string_view, 4> names{"CLASS", "NAME", "DIMENSION_LIST",
                                                           "REFERENCE_LIST"};
    return std::find(names.begin(), names.end(), name) != names.end();
}

class hasher {
  public:
    hasher() : state_(XXH3_createState(), XXH3_freeState) {
        if (!state_ || XXH3_128bits_reset(state_.get()) == XXH_ERROR) throw failure("digest: no memory");
    }
    void bytes(const void* data, std::size_t size) { XXH3_128bits_update(state_.get(), data, size); }
    void text(std::string_view t) {
        number(t.size());
        bytes(t.data(), t.size());
    }
    void number(std::uint64_t x) { bytes(&x, sizeof x); }
    [[nodiscard]] std::string hexadecimal() const {
        const XXH128_hash_t value = XXH3_128bits_digest(state_.get());
        std::ostringstream text;
        text << std::hex << std::setfill('0') << std::setw(16) << value.high64 << std::setw(16)
             << value.low64;
        return text.str();
    }

  private:
    std::unique_ptr<XXH3_state_t, decltype(&XXH3_freeState)> state_;
};

void hash_type(hasher& h, hid_t type) {
    h.number(static_cast<std::uint64_t>(H5Tget_class(type)));
    h.number(H5Tis_variable_str(type) > 0 ? 0 : H5Tget_size(type));
    if (H5Tget_class(type) == H5T_INTEGER) h.number(static_cast<std::uint64_t>(H5Tget_sign(type)));
}

void hash_attributes(hasher& h, hid_t object) {
    std::set<std::string> names;
    const auto collect = [](hid_t /*object*/, const char* name, const auto* /*info*/, void* to) -> herr_t {
        if (!is_bookkeeping(name) && std::string_view(name) != "digest")
            static_cast<std::set<std::string>*>(to)->insert(name);
        return 0;
    };
    hdf5::check(H5Aiterate2(object, H5_INDEX_NAME, H5_ITER_INC, nullptr, collect, &names),
                "listing attributes");
    for (const std::string& name : names) {
        const handle attribute(H5Aopen(object, name.c_str(), H5P_DEFAULT), H5Aclose, "attribute " + name);
        const handle type(H5Aget_type(attribute.id()), H5Tclose, "attribute " + name);
        h.text(name);
        hash_type(h, type.id());
        if (H5Tis_variable_str(type.id()) > 0) {
            h.text(hdf5::text_attribute(object, name));
            continue;
        }
        const handle space(H5Aget_space(attribute.id()), H5Sclose, "attribute " + name);
        const auto count = static_cast<std::size_t>(H5Sget_simple_extent_npoints(space.id()));
        std::vector<char> data(count * H5Tget_size(type.id()));
        hdf5::check(H5Aread(attribute.id(), type.id(), data.data()), "attribute " + name);
        h.number(count);
        h.bytes(data.data(), data.size());
    }
}

/// Moves offset to the next block in C order; false after the last.
bool next_block(extent& offset, const extent& block, const extent& size) {
    for (std::size_t i = size.size(); i-- > 0;) {
        offset[i] += block[i];
        if (offset[i] < size[i]) return true;
        offset[i] = 0;
    }
    return false;
}

/// How many of a dataset's first dimension make some 65 536 numbers.
hsize_t rows_together(const extent& row) {
    constexpr hsize_t numbers = 1U << 16U;
    hsize_t each = 1;
    for (std::size_t i = 1; i < row.size(); ++i) each *= row[i];
    return numbers / each;
}

/// The values of a dataset of numbers, in blocks of 1 x 512 x 2048 x everything that follows (as far as it has these
/// dimensions), block after block in C order: memory stays bounded, and the digest says nothing of how it is stored. Many
/// small rows are read together, where that leaves the order as it is.
void hash_values(hasher& h, hid_t dataset, hid_t type, const extent& size,
                 const std::function<void()>& pause) {
    extent block = size;
    constexpr std::array<hsize_t, 3> edges{1, 512, 2048};
    for (std::size_t i = 0; i < std::min(size.size(), edges.size()); ++i)
        block[i] = std::min(size[i], edges[i]);
    if (std::equal(block.begin() + 1, block.end(), size.begin() + 1))
        block[0] = std::clamp<hsize_t>(rows_together(block), 1, size[0]);
    extent offset(size.size(), 0);
    std::vector<char> data;
    for (bool more = true; more; more = next_block(offset, block, size)) {
        extent count(size.size());
        std::size_t bytes = H5Tget_size(type);
        for (std::size_t i = 0; i < size.size(); ++i) {
            count[i] = std::min(block[i], size[i] - offset[i]);
            bytes *= count[i];
        }
        pause();
        data.resize(bytes);
        hdf5::read_block(dataset, type, offset, count, data.data());
        h.bytes(data.data(), data.size());
    }
}

void hash_dataset(hasher& h, hid_t file, const std::string& path, const std::function<void()>& pause) {
    const handle dataset = hdf5::open_dataset(file, path);
    const handle type(H5Dget_type(dataset.id()), H5Tclose, "dataset " + path);
    const extent size = hdf5::size_of(dataset.id());
    hash_type(h, type.id());
    h.number(size.size());
    for (const hsize_t s : size) h.number(s);
    if (H5Tis_variable_str(type.id()) > 0) {
        for (const std::string& text : hdf5::read_strings(file, path)) h.text(text);
    } else if (size.empty()) {
        throw failure("digest: dataset " + path + " has no dimensions");
    } else if (std::find(size.begin(), size.end(), 0U) == size.end()) {
        hash_values(h, dataset.id(), type.id(), size, pause);
    }
    hash_attributes(h, dataset.id());
}

/// Paths of all groups and datasets outside /provenance.
std::map<std::string, H5O_type_t> objects_of(hid_t file) {
    std::map<std::string, H5O_type_t> objects;
    const auto collect = [](hid_t /*file*/, const char* name, const auto* info, void* to) -> herr_t {
        const std::string_view path(name);
        if (path != "provenance" && !path.starts_with("provenance/"))
            static_cast<std::map<std::string, H5O_type_t>*>(to)->emplace(path, info->type);
        return 0;
    };
    hdf5::check(H5Ovisit2(file, H5_INDEX_NAME, H5_ITER_INC, collect, &objects, H5O_INFO_BASIC),
                "listing the file");
    return objects;
}

}  // namespace

std::string digest_of(hid_t file, const std::function<void()>& pause) {
    hasher h;
    for (const auto& [path, type] : objects_of(file)) {
        h.text(path);
        if (type == H5O_TYPE_DATASET) {
            hash_dataset(h, file, path, pause);
        } else {
            const handle group(H5Gopen2(file, path.c_str(), H5P_DEFAULT), H5Gclose, "group " + path);
            hash_attributes(h, group.id());
        }
    }
    return h.hexadecimal();
}

}  // namespace tauroa
