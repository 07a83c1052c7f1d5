#include "host/cli/session.hpp"

#include "host/number.hpp"
#include "kernels/cuda.hpp"
#include "kernels/error.hpp"

namespace tauroa::cli {
namespace {

constexpr std::uint64_t most_devices = 1023;

std::optional<stop_watch::seconds> time_limit(const run_options& o) {
    if (!o.stop_after) return std::nullopt;
    return parse_duration("--stop-after", *o.stop_after);
}

std::vector<int> devices_of(const run_options& o, const crew& all) {
    std::vector<int> devices;
    if (o.devices)
        for (const std::string& number : split(*o.devices, ','))
            devices.push_back(static_cast<int>(parse_count("--devices", number, 0, most_devices)));
    else if (all.size() > 1) {
        std::string why;
        if (const int count = cuda_device_count(why); count > 0) devices.push_back(all.local_rank() % count);
    }
    return devices;
}

}  // namespace

session::session(const run_options& options, const invocation& by)
    : options_(&options), by_(&by), watch_(told_, time_limit(options)), crew_(make_crew()) {}

void session::check_stop() const {
    if (!told_.stop) return;
    std::string what = "stopped before the end";
    if (const std::string why = watch_.why(); !why.empty()) what.append(" by ").append(why);
    throw interrupted(what);
}

std::unique_ptr<backend> session::make_backend() const {
    return tauroa::make_backend(options_->backend, parse_threads(options_->threads),
                                devices_of(*options_, *crew_));
}

namespace {

/// Why this sweep cannot be done on a GPU, where one answers; empty where it can.
std::string needs_cpu(const sweep_plan& draft) {
    constexpr const char* way_out =
        ", which is done on the CPU only; use auto, cpu or reference, without --devices";
    const game_info& info = draft.game->info();
    if (draft.game->sized() != nullptr)
        return "--backend cuda: the number of variables of " + info.name + " depends on its parameters" +
               way_out;
    std::string none;
    return info.file.empty() || cuda_device_count(none) == 0 ? "" : why_no_text_on_cuda();
}

}  // namespace

std::unique_ptr<backend> session::make_backend(const sweep_plan& draft) const {
    const std::string why = needs_cpu(draft);
    if (why.empty()) return make_backend();
    if (options_->backend == "cuda" || options_->devices) throw user_error(why);
    return tauroa::make_backend(options_->backend == "auto" ? "cpu" : options_->backend,
                                parse_threads(options_->threads));
}

}  // namespace tauroa::cli
