#pragma once

#include <istream>
#include <string>

namespace tauroa {

/// The first line of a compiler's messages that tells of an error; else the first line.
inline std::string first_error(std::istream& messages) {
    std::string line, first;
    while (std::getline(messages, line)) {
        if (line.find("error") != std::string::npos) return line;
        if (first.empty()) first = line;
    }
    return first.empty() ? "no message" : first;
}

}  // namespace tauroa
