// What the host proves of a map (host/certificates.hpp): that it is found where it is known to hold, not where it does not,
// and that it changes no label and no iterations of a start that arrives, at random requests.

#include "host/certificates.hpp"

#include <gtest/gtest.h>

#include "host/half_space_proofs.hpp"
#include "tests/first_order_enclosure.hpp"
#include "tests/random_maps.hpp"

namespace {

using namespace tauroa;
using namespace tauroa::random_maps;

constexpr double infinity = std::numeric_limits<double>::infinity();

// --- half-spaces

TEST(Certificates, ThePolynomialGamesEscapesBeginAboutFifteen) {
    // SPEC.md, section 4: completing squares shows it "from abs(x2) of roughly 15 to 20 on"
    const auto game = enclosure_of(*make_game("polynomial"));
    for (const double sign : {-1.0, 1.0}) {
        const double c = proven_escape(*game, 2, {1, sign}, 15.0);
        EXPECT_GT(c, 13.0);
        EXPECT_LT(c, 16.0);
    }
}

TEST(Certificates, AnEscapeJustInsideWouldBeWrong) {
    // the proven bounds are sharp: a little further in, some x2 moves inwards
    const auto model = make_game("polynomial");
    const auto game = enclosure_of(*model);
    for (const double sign : {-1.0, 1.0}) {
        const double inside = 0.99 * proven_escape(*game, 2, {1, sign}, 15.0);
        int inwards = 0;
        for (double x1 = -30.0; x1 <= 30.0; x1 += 0.01) {
            const Eigen::Vector2d x(x1, sign * inside);
            inwards += sign * model->gradient(x)(1) > 0.0 ? 1 : 0;
        }
        EXPECT_GT(inwards, 0) << sign;
    }
}

/// Another enclosure, with its work counted.
class counted final : public first_order_enclosure {
  public:
    explicit counted(const game_enclosure& of) : of_(of) {}
    [[nodiscard]] int count() const { return count_; }
    [[nodiscard]] box gradient(const box& x) const override { return ++count_, of_.gradient(x); }
    [[nodiscard]] interval_matrix jacobian(const box& x) const override { return ++count_, of_.jacobian(x); }
    [[nodiscard]] interval_matrix update_jacobian(const update_rule& rule, const box& x) const override {
        return ++count_, of_.update_jacobian(rule, x);
    }
    [[nodiscard]] double update_rounding(const update_rule& rule, const box& x) const override {
        return of_.update_rounding(rule, x);
    }

  private:
    const game_enclosure& of_;
    mutable int count_ = 0;
};

TEST(Certificates, EscapesAreFoundWithoutGivingUpOften) {
    const auto game = enclosure_of(*make_game("polynomial"));
    const counted evaluated(*game);
    for (const double sign : {-1.0, 1.0}) proven_escape(evaluated, 2, {1, sign}, 15.0);
    EXPECT_LT(evaluated.count(), 60'000);  // about 50,000; each search that gives up adds 40,000
}

TEST(Certificates, TooFarIsGivenUpSoonWhereStepsAreHuge) {
    const auto game = enclosure_of(*make_game("polynomial"));
    const counted evaluated(*game);
    EXPECT_EQ(proven_too_far(evaluated, 2, {0, 1.0}, 15.0, 1e300, 1000), infinity);
    EXPECT_LT(evaluated.count(), 25'000);  // two for each box
}

TEST(Certificates, WhatIsNoEscapeIsNotProven) {
    const auto game = enclosure_of(*make_game("polynomial"));
    EXPECT_EQ(proven_escape(*game, 2, {0, -1.0}, 15.0), infinity);  // x1 falls back somewhere
    EXPECT_EQ(proven_escape(*game, 2, {0, 1.0}, 15.0), infinity);
    const auto torus = enclosure_of(*make_game("torus"));
    EXPECT_EQ(proven_escape(*torus, 2, {1, 1.0}, 3.0), infinity);
}

/// g(x) = slope x + 1 / 2 on one line and one more.
class straight final : public first_order_enclosure {
  public:
    explicit straight(double slope) : slope_(slope) {}
    [[nodiscard]] box gradient(const box& x) const override {
        return {interval(slope_) * x[0] + 0.5, interval(slope_) * x[1] + 0.5};
    }
    [[nodiscard]] interval_matrix jacobian(const box& /*x*/) const override { return {}; }
    [[nodiscard]] interval_matrix update_jacobian(const update_rule& /*rule*/,
                                                  const box& /*x*/) const override {
        return {};
    }
    [[nodiscard]] double update_rounding(const update_rule& /*rule*/, const box& /*x*/) const override {
        return 0.0;
    }

  private:
    double slope_;
};

TEST(Certificates, OfAStraightGradientAreWhatTheyMustBe) {
    const straight repelling(-0.25), attracting(0.25), constant(0.0);
    EXPECT_NEAR(proven_escape(repelling, 2, {0, 1.0}, 1.0), 2.0, 0.01);  // x grows from x = 2 on
    EXPECT_NEAR(proven_escape(repelling, 2, {0, -1.0}, 1.0), 0.0, 0.01);
    const counted evaluated(repelling);
    proven_escape(evaluated, 2, {0, -1.0}, 1.0);  // from 0 on; not halved until nothing is left
    EXPECT_LT(evaluated.count(), 50);
    EXPECT_EQ(proven_escape(attracting, 2, {0, 1.0}, 1.0), infinity);
    EXPECT_TRUE(proven_speed_limit(constant, 2, 0, 0.1, 0.06));
    EXPECT_FALSE(proven_speed_limit(constant, 2, 0, 0.1, 0.04));
    EXPECT_FALSE(proven_speed_limit(attracting, 2, 0, 1e-3, 1e9));
    const double far = proven_too_far(constant, 2, {0, 1.0}, 3.0, 0.1, 99);
    EXPECT_GT(far, 3.0 + 99 * 0.05);
    EXPECT_LT(far, 1e3);
    EXPECT_EQ(proven_too_far(attracting, 2, {0, 1.0}, 3.0, 0.1, 99), infinity);
}

// --- nothing changes

constexpr std::uint64_t columns = 19, rows = 11;

map_request random_request(const game_info& info, std::mt19937_64& random) {
    const auto drawn = [&](double low, double high) { return log_between(random, low, high); };
    map_request r;
    r.game = info.name;
    draw_slice(r, info, random, random() % 4 == 0 ? 6.0 : 1.5, columns, rows);
    r.tau = {drawn(0.2, 80.0)};
    const bool circles = info.variables[0].period > 0.0;
    const bool steep = !info.escapes.empty();
    r.gamma = drawn(circles ? 5e-3
                    : steep ? 1e-4
                            : 1e-3,
                    circles ? 0.5
                    : steep ? 0.02
                            : 0.3) /
              std::max(1.0, r.tau[0] / 10.0);
    r.update = random() % 2 == 0 ? update_order::simultaneous : update_order::alternating;
    r.steps = static_cast<std::uint32_t>(drawn(1.0, 40'000.0));
    r.tolerance = drawn(1e-9, 0.5);
    return r;
}

cells map_of(const map_request& request) { return computed(plan_of(request), 2); }

/// One for every label below 0.
std::int16_t class_of(std::int16_t label) { return std::max<std::int16_t>(label, -1); }

TEST(Certificates, ChangeNoLabelAtRandomRequests) {
    const int requests = random_requests();
    std::mt19937_64 random(41);
    std::uint64_t arrived = 0, proven = 0, early = 0, with_escapes = 0;
    for (int k = 0; k < requests; ++k) {
        const game_info& info = all_game_infos()[static_cast<std::size_t>(k) % all_game_infos().size()];
        if (info.table == nullptr) continue;  // nothing is proven of games of any size
        with_escapes += info.escapes.empty() ? 0 : 1;
        map_request r = random_request(info, random);
        r.plain = true;
        const cells plain = map_of(r);
        r.plain = false;
        const cells certified = map_of(r);
        r.labels_only = true;
        const cells labels = map_of(r);
        for (std::size_t i = 0; i < plain.label.size(); ++i) {
            ASSERT_EQ(class_of(certified.label[i]), class_of(plain.label[i]))
                << r.game.name << ", request " << k << ", cell " << i;
            ASSERT_EQ(labels.label[i], certified.label[i])
                << r.game.name << ", request " << k << ", cell " << i;
            ASSERT_LE(labels.iterations[i], certified.iterations[i])
                << r.game.name << ", request " << k << ", cell " << i;
            early += labels.iterations[i] < certified.iterations[i] ? 1 : 0;
            proven += certified.label[i] != plain.label[i] ? 1 : 0;
            if (plain.label[i] < 0) continue;
            ++arrived;
            ASSERT_EQ(certified.iterations[i], plain.iterations[i])
                << r.game.name << ", request " << k << ", cell " << i;
        }
    }
    EXPECT_GT(arrived, 10U * static_cast<std::uint64_t>(requests));  // or little was compared
    EXPECT_GT(proven, 20U * with_escapes);
    EXPECT_GT(early, 10U * static_cast<std::uint64_t>(requests));
}

}  // namespace
