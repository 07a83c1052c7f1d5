#include "host/compiled_game/text_game_info.hpp"

#include <dlfcn.h>

#include "host/compiled_game/game_cache.hpp"
#include "host/compiled_game/plug_in.hpp"
#include "host/text_game/emission.hpp"
#include "host/text_game/game_file.hpp"
#include "kernels/error.hpp"

namespace tauroa {
namespace {

using text_game::text_variable;

/// The object's plug-in. It is never closed: what is computed may be under way in other threads.
const plug_in& opened(const std::string& object, const game_code& code) {
    void* handle = dlopen(object.c_str(), RTLD_NOW | RTLD_LOCAL);
    if (handle == nullptr)
        throw failure("loading the compiled game: " +
                      std::string(dlerror()));  // NOLINT(concurrency-mt-unsafe)
    void* entry = dlsym(handle, "tauroa_plug_in");
    const plug_in* found =
        entry == nullptr ? nullptr : reinterpret_cast<plug_in_function>(entry)();  // NOLINT: as POSIX has it
    if (found == nullptr || found->table_size != sizeof(game_table) || found->key != code.key)
        throw failure(object + " is not what was compiled");
    return *found;
}

const plug_in& loaded(const std::string& definition) {
    const game_code code = code_of(definition);
    const plug_in* found = nullptr;
    with_object_of(code, [&](const std::string& object) { found = &opened(object, code); });
    return *found;
}

/// Every side of every line, of games of a few variables: the proofs find out which are none.
std::vector<direction> escapes_of(const std::vector<text_variable>& variables) {
    constexpr std::size_t most_variables = 4;
    std::vector<direction> all;
    for (std::size_t i = 0; i < variables.size() && variables.size() <= most_variables; ++i) {
        if (variables[i].period > 0.0) continue;
        for (const double sign : {-1.0, 1.0}) all.push_back({static_cast<int>(i), sign});
    }
    return all;
}

/// What an info of a text game points to.
class kept_game {
  public:
    kept_game(text_game::text_game game, const game_table& compiled, std::string device_text)
        : game_(std::move(game)),
          device_text_(std::move(device_text)),
          on_device_{device_text_.c_str(), static_cast<int>(game_.parameters.size())},
          table_(compiled) {
        if (!device_text_.empty()) table_.runs.on_device = &on_device_;
    }
    kept_game(const kept_game&) = delete;
    kept_game& operator=(const kept_game&) = delete;
    kept_game(kept_game&&) = delete;
    kept_game& operator=(kept_game&&) = delete;
    ~kept_game() = default;

    [[nodiscard]] const text_game::text_game& game() const { return game_; }
    [[nodiscard]] const game_table& table() const { return table_; }

  private:
    text_game::text_game game_;
    std::string device_text_;
    device_source on_device_;
    game_table table_;
};

game_info info_of(const std::shared_ptr<const kept_game>& kept) {
    const text_game::text_game* game = &kept->game();
    const auto n = static_cast<int>(game->variables.size());
    game_info info{&kept->table(), game->name, game->reference, !game->cost2, game->n1, n - game->n1, {}, {}};
    for (const text_variable& v : game->variables)
        info.variables.push_back({v.name.c_str(), v.low, v.high, v.period});
    for (const auto& p : game->parameters) info.parameters.push_back({p.name.c_str(), p.value});
    info.escapes = escapes_of(game->variables);
    info.names = kept;
    return info;
}

void refuse_names_of_the_program(const text_game::source& from, const text_game::text_game& game) {
    for (const game_info& info : all_game_infos())
        if (info.name == game.name)
            from.refuse(game.name_at,
                        "'" + game.name +
                            "' is a game of the program, which maps and figures would call it, too; "
                            "expected another name");
}

}  // namespace

std::shared_ptr<const game_info> compiled_game(const text_game::source& from) {
    text_game::text_game game = game_of(from);
    refuse_names_of_the_program(from, game);
    const std::string definition = definition_of(game);
    const plug_in& found = loaded(definition);
    if (found.n1 != game.n1 || found.parameters != static_cast<int>(game.parameters.size()))
        throw failure("the compiled game is another one");
    auto info = std::make_shared<game_info>(
        info_of(std::make_shared<const kept_game>(std::move(game), found.table, device_text_of(definition))));
    info->file = from.text();
    return info;
}

}  // namespace tauroa
