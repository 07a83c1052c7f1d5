#pragma once

// A thin layer over HDF5's C API: identifiers that close themselves, errors that are thrown. Types are stored
// little-endian; text is UTF-8 of variable length; nothing carries a time or a fill value, so that the same
// content gives the same file.

#include <hdf5.h>

#include <cstdint>
#include <initializer_list>
#include <numeric>
#include <string>
#include <vector>

#include "output/bytes.hpp"

namespace tauroa::hdf5 {

/// An identifier, closed by the function that fits it.
class handle {
  public:
    using closer = herr_t (*)(hid_t);
    handle() = default;
    /// Takes over id; throws failure, with what HDF5 says, where it is negative.
    handle(hid_t id, closer close, const std::string& what);
    handle(handle&& other) noexcept;
    handle& operator=(handle&& other) noexcept;
    handle(const handle&) = delete;
    handle& operator=(const handle&) = delete;
    ~handle() { reset(); }

    [[nodiscard]] hid_t id() const { return id_; }
    void reset() noexcept;
    /// Closes it now; throws failure where that fails.
    void close(const std::string& what);

  private:
    hid_t id_ = -1;
    closer close_ = nullptr;
};

/// Throws failure where a call of HDF5 failed: what was done, and what HDF5 says.
void check(herr_t status, const std::string& what);

/// Stored and native type of a number.
template <class T>
struct type_of;
template <>
struct type_of<double> {
    static hid_t stored() { return H5T_IEEE_F64LE; }
    static hid_t native() { return H5T_NATIVE_DOUBLE; }
};
template <>
struct type_of<std::int16_t> {
    static hid_t stored() { return H5T_STD_I16LE; }
    static hid_t native() { return H5T_NATIVE_INT16; }
};
template <>
struct type_of<std::uint8_t> {
    static hid_t stored() { return H5T_STD_U8LE; }
    static hid_t native() { return H5T_NATIVE_UINT8; }
};
template <>
struct type_of<std::int32_t> {
    static hid_t stored() { return H5T_STD_I32LE; }
    static hid_t native() { return H5T_NATIVE_INT32; }
};
template <>
struct type_of<std::uint32_t> {
    static hid_t stored() { return H5T_STD_U32LE; }
    static hid_t native() { return H5T_NATIVE_UINT32; }
};
template <>
struct type_of<std::uint64_t> {
    static hid_t stored() { return H5T_STD_U64LE; }
    static hid_t native() { return H5T_NATIVE_UINT64; }
};

using extent = std::vector<hsize_t>;

/// A new file at path; an existing one is replaced.
handle create_file(const std::string& path);
/// Throws user_error where path is no HDF5 file that can be read.
handle open_file(const std::string& path);
handle create_group(hid_t in, const std::string& name);
handle open_dataset(hid_t in, const std::string& name);
bool has_link(hid_t in, const std::string& path);

/// An empty dataset; chunks: empty for contiguous storage, else shuffled and compressed by gzip.
handle create_dataset(hid_t in, const std::string& name, hid_t stored_type, const extent& size,
                      const extent& chunks);
void write_block(hid_t dataset, hid_t native_type, const extent& offset, const extent& count,
                 const void* data);
/// A whole chunk that went through the filters already, from `offset` on.
void write_chunk(hid_t dataset, const extent& offset, const bytes& filtered);
void read_block(hid_t dataset, hid_t native_type, const extent& offset, const extent& count, void* data);
extent size_of(hid_t dataset);

/// A small dataset, written whole.
template <class T>
handle write_array(hid_t in, const std::string& name, const extent& size, const std::vector<T>& values) {
    handle dataset = create_dataset(in, name, type_of<T>::stored(), size, {});
    write_block(dataset.id(), type_of<T>::native(), extent(size.size(), 0), size, values.data());
    return dataset;
}
handle write_strings(hid_t in, const std::string& name, const std::vector<std::string>& values);

/// All values of a dataset, in C order.
template <class T>
std::vector<T> read_array(hid_t in, const std::string& name) {
    const handle dataset = open_dataset(in, name);
    const extent size = size_of(dataset.id());
    hsize_t cells = 1;
    for (const hsize_t s : size) cells *= s;
    std::vector<T> values(cells);
    read_block(dataset.id(), type_of<T>::native(), extent(size.size(), 0), size, values.data());
    return values;
}
std::vector<std::string> read_strings(hid_t in, const std::string& name);

/// Makes a one-dimensional dataset the scale of a dimension, and attaches it to dimension `axis` of another
/// dataset.
void make_scale(hid_t dataset, const std::string& name);
void attach_scale(hid_t dataset, hid_t scale, unsigned axis);

/// A coordinate: its values, as a dimension scale.
template <class T>
handle write_scale(hid_t in, const std::string& name, const std::vector<T>& at) {
    handle scale = write_array(in, name, {at.size()}, at);
    make_scale(scale.id(), name);
    return scale;
}

/// One scale for each dimension of a dataset.
void attach(const handle& dataset, std::initializer_list<const handle*> scales);

/// 0 ... n - 1, the coordinates of what only has a number.
template <class T>
std::vector<T> first_integers(std::size_t n) {
    std::vector<T> all(n);
    std::iota(all.begin(), all.end(), T{0});
    return all;
}

void set_attribute(hid_t object, const std::string& name, const std::string& text);
template <class T>
void set_attribute(hid_t object, const std::string& name, T value);
template <class T>
void set_attribute(hid_t object, const std::string& name, const std::vector<T>& values);
bool has_attribute(hid_t object, const std::string& name);
std::string text_attribute(hid_t object, const std::string& name);
template <class T>
T number_attribute(hid_t object, const std::string& name);

}  // namespace tauroa::hdf5
