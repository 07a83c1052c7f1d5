#include "output/surface_file.hpp"

#include "output/game_tables.hpp"

namespace tauroa {

using hdf5::handle;
using hdf5::set_attribute;

void write_surface(hid_t in, const surface_tables& t) {
    set_attribute(in, "kind_of_file", std::string("surface"));
    set_attribute(in, "schema_version", surface_schema_version);
    set_attribute(in, "game", t.game);
    set_attribute(in, "parameters", t.parameters);
    const handle variable = write_variables(in, t.variables, t.player, t.period);
    const handle across = hdf5::write_scale(in, t.across.name, t.across.at);
    const handle up = hdf5::write_scale(in, t.up.name, t.up.at);
    const handle f = hdf5::write_array(in, "f", {t.up.at.size(), t.across.at.size()}, t.f);
    hdf5::attach(f, {&up, &across});
    set_attribute(f.id(), "long_name", std::string("player 1's cost"));
    const handle group = hdf5::create_group(in, "equilibria");
    write_points(group.id(), t.equilibria, variable);
}

}  // namespace tauroa
