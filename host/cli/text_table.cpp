#include "host/cli/text_table.hpp"

#include <algorithm>
#include <utility>

namespace tauroa::cli {
namespace {

constexpr std::size_t least_folded = 20;

bool is_number(const std::string& cell) {
    return cell.find_first_not_of("0123456789+-.einf!") == std::string::npos;
}

/// Cut at spaces into lines no wider than `width`, where there are spaces.
std::vector<std::string> folded(const std::string& text, std::size_t width) {
    std::vector<std::string> lines;
    std::size_t begin = 0;
    while (text.size() - begin > width) {
        std::size_t end = text.rfind(' ', begin + width);
        if (end == std::string::npos || end <= begin) end = text.find(' ', begin);
        if (end == std::string::npos) break;
        lines.push_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    lines.push_back(text.substr(begin));
    return lines;
}

struct column {
    std::size_t width = 0;
    bool right = true;
};

std::string padded(const std::string& cell, const column& in) {
    const std::string space(in.width - std::min(in.width, cell.size()), ' ');
    return in.right ? space + cell : cell + space;
}

}  // namespace

text_table::text_table(std::vector<std::string> header) { rows_.push_back(std::move(header)); }

void text_table::add(std::vector<std::string> row) { rows_.push_back(std::move(row)); }

void text_table::print(std::ostream& to, std::size_t widest) const {
    const std::size_t count = rows_.front().size();
    std::vector<column> columns(count);
    for (std::size_t r = 0; r < rows_.size(); ++r)
        for (std::size_t c = 0; c < count; ++c) {
            columns[c].width = std::max(columns[c].width, rows_[r][c].size());
            if (r > 0 && !is_number(rows_[r][c])) columns[c].right = false;
        }
    std::size_t before = 0;
    for (std::size_t c = 0; c + 1 < count; ++c) before += columns[c].width + 2;
    const std::size_t left = std::max(least_folded, widest - std::min(widest, before));
    for (const auto& row : rows_) {
        std::string line;
        for (std::size_t c = 0; c + 1 < count; ++c) line += padded(row[c], columns[c]) + "  ";
        const auto last = folded(row.back(), left);
        if (columns.back().right)
            line += padded(row.back(), columns.back());
        else
            line += last.front();
        line.erase(line.find_last_not_of(' ') + 1);
        to << line << '\n';
        for (std::size_t i = 1; i < last.size(); ++i) to << std::string(before, ' ') << last[i] << '\n';
    }
}

}  // namespace tauroa::cli
