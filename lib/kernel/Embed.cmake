# lockorder_embed(INPUT OUTPUT): makes a C++ source that holds the bytes of INPUT, at build time.
#
# A numeric array, because a string literal has a length limit (65,536 in the standard's minimum, less in
# some compilers) and would need escaping. 80 KiB take a tenth of a second.
#
# The same file is the script that the build runs: cmake -DINPUT=... -DOUTPUT=... -P Embed.cmake

function(lockorder_embed input output)
  add_custom_command(
    OUTPUT ${output}
    COMMAND ${CMAKE_COMMAND} -DINPUT=${input} -DOUTPUT=${output} -P ${CMAKE_CURRENT_FUNCTION_LIST_FILE}
    DEPENDS ${input} ${CMAKE_CURRENT_FUNCTION_LIST_FILE}
    COMMENT "Embedding ${input}"
    VERBATIM)
endfunction()

if(CMAKE_SCRIPT_MODE_FILE STREQUAL CMAKE_CURRENT_LIST_FILE)
  file(READ ${INPUT} bytes HEX)
  string(LENGTH "${bytes}" digits)
  math(EXPR size "${digits} / 2")
  # '\x..' rather than 0x..: a byte from 0x80 on would be a narrowing conversion where char is signed.
  string(REGEX REPLACE "([0-9a-f][0-9a-f])" "'\\\\x\\1'," bytes "${bytes}")
  file(WRITE ${OUTPUT}
    "// Generated from linux.yaml by Embed.cmake.\n"
    "#include \"kernel/LinuxYaml.h\"\n"
    "namespace lockorder {\n"
    "const char LinuxYaml[] = {${bytes}'\\0'};\n"
    "const unsigned long LinuxYamlSize = ${size};\n"
    "} // namespace lockorder\n")
endif()
