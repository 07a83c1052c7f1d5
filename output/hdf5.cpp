#include "output/hdf5.hpp"

#include <hdf5_hl.h>

#include <algorithm>
#include <string_view>
#include <utility>

#include "kernels/error.hpp"

namespace tauroa::hdf5 {
namespace {

/// The last and most telling message of HDF5's error stack, for H5Ewalk.
herr_t innermost(unsigned /*n*/, const H5E_error2_t* error, void* text) {
    if (error->desc != nullptr) *static_cast<std::string*>(text) = error->desc;
    return 0;
}

/// Of a message about a failed system call, what the system said ("No space left on device").
std::string essence(const std::string& message) {
    static constexpr std::string_view before = "error message = '";
    const auto at = message.find(before);
    if (at == std::string::npos) return message;
    const auto from = at + before.size();
    return message.substr(from, message.find('\'', from) - from);
}

[[noreturn]] void fail(const std::string& what) {
    std::string why = "no reason given";
    H5Ewalk2(H5E_DEFAULT, H5E_WALK_DOWNWARD, innermost, &why);
    throw failure(what + ": " + essence(why));
}

/// HDF5 prints its errors unless told not to; here they are thrown. And it closes what is open when the program
/// ends, which crashes where a full disk has kept a file from being closed; here every identifier has an owner.
void prepare() {
    H5dont_atexit();
    H5Eset_auto2(H5E_DEFAULT, nullptr, nullptr);
}

handle text_type() {
    handle type(H5Tcopy(H5T_C_S1), H5Tclose, "text type");
    check(H5Tset_size(type.id(), H5T_VARIABLE), "text type");
    check(H5Tset_cset(type.id(), H5T_CSET_UTF8), "text type");
    return type;
}

handle simple_space(const extent& size) {
    return {H5Screate_simple(static_cast<int>(size.size()), size.data(), nullptr), H5Sclose, "data space"};
}

handle scalar_space() { return {H5Screate(H5S_SCALAR), H5Sclose, "data space"}; }

void write_attribute(hid_t object, const std::string& name, hid_t stored, hid_t native, hid_t space,
                     const void* data) {
    const std::string what = "writing attribute " + name;
    const handle attribute(H5Acreate2(object, name.c_str(), stored, space, H5P_DEFAULT, H5P_DEFAULT),
                           H5Aclose, what);
    check(H5Awrite(attribute.id(), native, data), what);
}

handle selected(hid_t dataset, const extent& offset, const extent& count) {
    handle space(H5Dget_space(dataset), H5Sclose, "data space");
    if (!count.empty())
        check(H5Sselect_hyperslab(space.id(), H5S_SELECT_SET, offset.data(), nullptr, count.data(), nullptr),
              "selecting a block");
    return space;
}

}  // namespace

handle::handle(hid_t id, closer close, const std::string& what) : id_(id), close_(close) {
    if (id < 0) fail(what);
}

handle::handle(handle&& other) noexcept : id_(std::exchange(other.id_, -1)), close_(other.close_) {}

handle& handle::operator=(handle&& other) noexcept {
    std::swap(id_, other.id_);
    std::swap(close_, other.close_);
    return *this;
}

void handle::reset() noexcept {
    if (id_ >= 0) close_(std::exchange(id_, -1));
}

void handle::close(const std::string& what) {
    if (id_ >= 0) check(close_(std::exchange(id_, -1)), what);
}

void check(herr_t status, const std::string& what) {
    if (status < 0) fail(what);
}

handle create_file(const std::string& path) {
    prepare();
    const handle access(H5Pcreate(H5P_FILE_ACCESS), H5Pclose, "file access");
    check(H5Pset_libver_bounds(access.id(), H5F_LIBVER_V18, H5F_LIBVER_LATEST), "file format");
    const handle creation(H5Pcreate(H5P_FILE_CREATE), H5Pclose, "file creation");
    check(H5Pset_link_creation_order(creation.id(), H5P_CRT_ORDER_TRACKED | H5P_CRT_ORDER_INDEXED),
          "file creation");
    check(H5Pset_obj_track_times(creation.id(), false), "file creation");
    return {H5Fcreate(path.c_str(), H5F_ACC_TRUNC, creation.id(), access.id()), H5Fclose, "creating " + path};
}

handle open_file(const std::string& path) {
    prepare();
    const hid_t id = H5Fopen(path.c_str(), H5F_ACC_RDONLY, H5P_DEFAULT);
    if (id < 0) throw user_error(path + ": not an HDF5 file that can be read; give a file that tauroa wrote");
    return {id, H5Fclose, "opening " + path};
}

handle create_group(hid_t in, const std::string& name) {
    const handle creation(H5Pcreate(H5P_GROUP_CREATE), H5Pclose, "group creation");
    check(H5Pset_link_creation_order(creation.id(), H5P_CRT_ORDER_TRACKED | H5P_CRT_ORDER_INDEXED),
          "group creation");
    check(H5Pset_obj_track_times(creation.id(), false), "group creation");
    return {H5Gcreate2(in, name.c_str(), H5P_DEFAULT, creation.id(), H5P_DEFAULT), H5Gclose,
            "creating group " + name};
}

handle open_dataset(hid_t in, const std::string& name) {
    return {H5Dopen2(in, name.c_str(), H5P_DEFAULT), H5Dclose, "opening dataset " + name};
}

bool has_link(hid_t in, const std::string& path) {
    for (std::size_t at = path.find('/', 1); at != std::string::npos; at = path.find('/', at + 1))
        if (H5Lexists(in, path.substr(0, at).c_str(), H5P_DEFAULT) <= 0) return false;
    return H5Lexists(in, path.c_str(), H5P_DEFAULT) > 0;
}

namespace {

/// Room for a chunk to be filled bit by bit before it is packed.
handle cache_of_two_chunks(hid_t stored_type, const extent& chunks) {
    handle access(H5Pcreate(H5P_DATASET_ACCESS), H5Pclose, "chunk cache");
    if (chunks.empty()) return access;
    std::size_t size = 2 * H5Tget_size(stored_type);
    for (const hsize_t c : chunks) size *= c;
    constexpr std::size_t slots = 521;
    check(H5Pset_chunk_cache(access.id(), slots, size, H5D_CHUNK_CACHE_W0_DEFAULT), "chunk cache");
    return access;
}

}  // namespace

handle create_dataset(hid_t in, const std::string& name, hid_t stored_type, const extent& size,
                      const extent& chunks) {
    const std::string what = "creating dataset " + name;
    const handle creation(H5Pcreate(H5P_DATASET_CREATE), H5Pclose, what);
    check(H5Pset_obj_track_times(creation.id(), false), what);
    if (H5Tis_variable_str(stored_type) == 0)
        check(H5Pset_fill_time(creation.id(), H5D_FILL_TIME_NEVER), what);
    if (!chunks.empty()) {
        check(H5Pset_chunk(creation.id(), static_cast<int>(chunks.size()), chunks.data()), what);
        check(H5Pset_shuffle(creation.id()), what);
        check(H5Pset_deflate(creation.id(), gzip_level), what);
    }
    const handle space = simple_space(size);
    const handle access = cache_of_two_chunks(stored_type, chunks);
    return {H5Dcreate2(in, name.c_str(), stored_type, space.id(), H5P_DEFAULT, creation.id(), access.id()),
            H5Dclose, what};
}

void write_block(hid_t dataset, hid_t native_type, const extent& offset, const extent& count,
                 const void* data) {
    const handle in_memory = count.empty() ? scalar_space() : simple_space(count);
    const handle in_file = selected(dataset, offset, count);
    check(H5Dwrite(dataset, native_type, in_memory.id(), in_file.id(), H5P_DEFAULT, data),
          "writing a dataset");
}

void write_chunk(hid_t dataset, const extent& offset, const bytes& filtered) {
    constexpr std::uint32_t every_filter_done = 0;
    check(H5Dwrite_chunk(dataset, H5P_DEFAULT, every_filter_done, offset.data(), filtered.size(),
                         filtered.data()),
          "writing a dataset");
}

void read_block(hid_t dataset, hid_t native_type, const extent& offset, const extent& count, void* data) {
    const handle in_memory = count.empty() ? scalar_space() : simple_space(count);
    const handle in_file = selected(dataset, offset, count);
    check(H5Dread(dataset, native_type, in_memory.id(), in_file.id(), H5P_DEFAULT, data),
          "reading a dataset");
}

extent size_of(hid_t dataset) {
    const handle space(H5Dget_space(dataset), H5Sclose, "data space");
    const int rank = H5Sget_simple_extent_ndims(space.id());
    check(rank, "data space");
    extent size(static_cast<std::size_t>(rank));
    check(H5Sget_simple_extent_dims(space.id(), size.data(), nullptr), "data space");
    return size;
}

handle write_strings(hid_t in, const std::string& name, const std::vector<std::string>& values) {
    const handle type = text_type();
    std::vector<const char*> texts;
    texts.reserve(values.size());
    for (const std::string& v : values) texts.push_back(v.c_str());
    handle dataset = create_dataset(in, name, type.id(), {values.size()}, {});
    write_block(dataset.id(), type.id(), {0}, {values.size()}, texts.data());
    return dataset;
}

std::vector<std::string> read_strings(hid_t in, const std::string& name) {
    const handle dataset = open_dataset(in, name);
    const handle stored(H5Dget_type(dataset.id()), H5Tclose, "text type");
    if (H5Tis_variable_str(stored.id()) <= 0) throw failure("dataset " + name + " holds no text");
    const handle type = text_type();
    const extent size = size_of(dataset.id());
    std::vector<char*> texts(size.empty() ? 1 : size[0], nullptr);
    read_block(dataset.id(), type.id(), extent(size.size(), 0), size, texts.data());
    std::vector<std::string> values;
    for (char* t : texts) {
        values.emplace_back(t == nullptr ? "" : t);
        H5free_memory(t);
    }
    return values;
}

void make_scale(hid_t dataset, const std::string& name) {
    check(H5DSset_scale(dataset, name.c_str()), "making the dimension scale " + name);
}

void attach_scale(hid_t dataset, hid_t scale, unsigned axis) {
    check(H5DSattach_scale(dataset, scale, axis), "attaching a dimension scale");
}

void attach(const handle& dataset, std::initializer_list<const handle*> scales) {
    unsigned axis = 0;
    for (const handle* scale : scales) attach_scale(dataset.id(), scale->id(), axis++);
}

void set_attribute(hid_t object, const std::string& name, const std::string& text) {
    const handle type = text_type();
    const handle space = scalar_space();
    const char* data = text.c_str();
    write_attribute(object, name, type.id(), type.id(), space.id(), static_cast<const void*>(&data));
}

template <class T>
void set_attribute(hid_t object, const std::string& name, T value) {
    const handle space = scalar_space();
    write_attribute(object, name, type_of<T>::stored(), type_of<T>::native(), space.id(), &value);
}
template void set_attribute(hid_t, const std::string&, double);
template void set_attribute(hid_t, const std::string&, std::int32_t);
template void set_attribute(hid_t, const std::string&, std::uint64_t);

template <class T>
void set_attribute(hid_t object, const std::string& name, const std::vector<T>& values) {
    const handle space = simple_space({values.size()});
    write_attribute(object, name, type_of<T>::stored(), type_of<T>::native(), space.id(), values.data());
}
template void set_attribute(hid_t, const std::string&, const std::vector<std::int16_t>&);
template void set_attribute(hid_t, const std::string&, const std::vector<std::uint8_t>&);

bool has_attribute(hid_t object, const std::string& name) { return H5Aexists(object, name.c_str()) > 0; }

std::string text_attribute(hid_t object, const std::string& name) {
    const std::string what = "reading attribute " + name;
    const handle attribute(H5Aopen(object, name.c_str(), H5P_DEFAULT), H5Aclose, what);
    const handle stored(H5Aget_type(attribute.id()), H5Tclose, what);
    const handle space(H5Aget_space(attribute.id()), H5Sclose, what);
    if (H5Tis_variable_str(stored.id()) <= 0 || H5Sget_simple_extent_npoints(space.id()) != 1)
        throw failure(what + ": holds no text");
    const handle type = text_type();
    char* text = nullptr;
    check(H5Aread(attribute.id(), type.id(), static_cast<void*>(&text)), what);
    std::string value(text == nullptr ? "" : text);
    H5free_memory(text);
    return value;
}

template <class T>
T number_attribute(hid_t object, const std::string& name) {
    const std::string what = "reading attribute " + name;
    const handle attribute(H5Aopen(object, name.c_str(), H5P_DEFAULT), H5Aclose, what);
    const handle space(H5Aget_space(attribute.id()), H5Sclose, what);
    if (H5Sget_simple_extent_npoints(space.id()) != 1) throw failure(what + ": not one number");
    T value{};
    check(H5Aread(attribute.id(), type_of<T>::native(), &value), what);
    return value;
}
template double number_attribute(hid_t, const std::string&);
template std::int32_t number_attribute(hid_t, const std::string&);
template std::uint64_t number_attribute(hid_t, const std::string&);

}  // namespace tauroa::hdf5
