# What a build with sanitizers has no use for: of code that it does not compile (Python, scripts, code of other builds),
# and, where it looks for races, of code that starts no thread of its own. .ci/run_tests.py reads what was left out.
set(without_use)
if(TAUROA_SANITIZED)
    list(APPEND without_use configure outside_games gpu_script plot plotting shares curves_plot drawing projection operations)
endif()
if(TAUROA_SANITIZED STREQUAL "thread")
    list(APPEND without_use elementary gradient convergence critical_points completeness stability
         eigenvalue_paths tau_zero local_rate attraction theory capture_proof stretch block_spectrum linear_algebra elementary_proof
         interval rounded claims equilibria spectrum logarithm noise noisy_run config
         text_grammar text_gradient text_errors text_garbage text_compiled)
endif()
string(REPLACE ";" "\n" names "${without_use}")
file(WRITE ${CMAKE_CURRENT_BINARY_DIR}/left_out.txt "${names}\n")

# Takes those names out of a list.
macro(leave_out list)
    if(without_use)
        list(REMOVE_ITEM ${list} ${without_use})
    endif()
endmacro()
