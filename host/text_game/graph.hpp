#pragma once

// Expressions as one directed acyclic graph: equal expressions are one node (hash-consing, after Ershov, "On programming
// of arithmetic operations", CACM 1(8), 1958), and a node stands after what it is made of, so that whoever goes through
// all nodes needs no recursion, however deep an expression is. What is simplified while it is built leaves every result as
// it is, to the bit, but for the sign of zero and for 0 times infinity or NaN:
//     number o number -> the rounded number, which is what the operation gives;
//     0 + a, a - 0, 1 a, a / 1 -> a;   0 a -> 0;   a - a -> 0;   a + a -> 2 a;   -1 a -> -a;
//     signs outwards: (-a) b -> -(a b), a + (-b) -> a - b, sin(-a) -> -sin a, cos(-a) -> cos a, and -(c a) -> (-c) a.
// A division by a number, or by what holds parameters only, becomes a product with the reciprocal: at most an ulp off.

#include <cstdint>
#include <map>
#include <tuple>
#include <vector>

namespace tauroa::text_game {

enum class operation : std::uint8_t {
    number,
    variable,   ///< by its index, player 1's first
    parameter,  ///< by its index
    negate,
    add,
    subtract,
    multiply,
    divide,
    exp,
    sin,
    cos,
    logistic,
    softplus,
    log,
    sqrt
};

/// A node's index in its graph.
using node = int;

struct node_value {
    operation what;
    node left = -1, right = -1;  ///< what it is made of; left of a variable or parameter: its index
    double number = 0.0;
};

/// Whether it is a function of one argument, at `left`: dear, where the other operations are cheap.
bool is_function(operation what);

/// Arguments: of a function or `negate` one, of + - * / two, else none.
int arguments(operation what);

class graph {
  public:
    [[nodiscard]] int size() const { return static_cast<int>(nodes_.size()); }
    [[nodiscard]] const node_value& operator[](node i) const { return nodes_[static_cast<std::size_t>(i)]; }
    [[nodiscard]] bool is_number(node i) const { return (*this)[i].what == operation::number; }
    [[nodiscard]] bool is_number(node i, double x) const { return is_number(i) && (*this)[i].number == x; }
    /// Whether it holds no variable, so that it is one number for all starts.
    [[nodiscard]] bool is_uniform(node i) const { return uniform_[static_cast<std::size_t>(i)]; }

    node number(double x);
    node variable(int index) { return unique({operation::variable, index}); }
    node parameter(int index) { return unique({operation::parameter, index}); }
    node negate(node a);
    node add(node a, node b);
    node subtract(node a, node b);
    node multiply(node a, node b);
    node divide(node a, node b);
    /// a^exponent by repeated squaring; 1 / a^-exponent for a negative one.
    node power(node a, int exponent);
    /// A function of a.
    node apply(operation what, node a);
    /// The node of the same operation on other arguments; leaves as they are.
    node rebuilt(const node_value& v, node left, node right);

  private:
    using key = std::tuple<operation, node, node, std::uint64_t>;

    node unique(const node_value& v);
    node commutative(operation what, node a, node b);
    /// The number that a and b give; -1 where they are none, or it is not finite.
    node folded(operation what, node a, node b);
    node scaled(double by, node a);
    [[nodiscard]] bool is_negated(node a) const { return (*this)[a].what == operation::negate; }
    /// Whether -a is as short as a.
    [[nodiscard]] bool is_negative(node a) const;

    std::vector<node_value> nodes_;
    std::vector<bool> uniform_;
    std::map<key, node> known_;
};

}  // namespace tauroa::text_game
