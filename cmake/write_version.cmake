execute_process(COMMAND git describe --always --dirty --abbrev=12 --match=NeVeRaTaG
                WORKING_DIRECTORY ${SOURCE} OUTPUT_VARIABLE COMMIT OUTPUT_STRIP_TRAILING_WHITESPACE
                ERROR_QUIET RESULT_VARIABLE failed)
if(failed)
    set(COMMIT "unknown")
endif()
configure_file(${INPUT} ${OUTPUT} @ONLY)
