package cn.zhengqi.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/security.md names the tests that show what it says. */
class SecurityPaperTest {

    private static final Pattern NAMED = Pattern.compile("`([A-Z]\\w*Test)\\.(\\w+)`");

    @Test
    void each_test_that_it_names_is_there() throws IOException {
        Map<String, String> tests = tests();
        var named = NAMED.matcher(Files.readString(TopologyTest.ROOT.resolve("docs/security.md")))
                .results()
                .toList();

        assertThat(named)
                .hasSizeGreaterThan(200)
                .filteredOn(it -> !tests.getOrDefault(it.group(1), "").contains(" " + it.group(2) + "("))
                .extracting(it -> it.group())
                .isEmpty();
    }

    /** What stands in the classes of tests, by their simple names: some services have one of the same name. */
    private static Map<String, String> tests() throws IOException {
        Map<String, String> tests = new HashMap<>();
        for (Path folder : folders()) {
            try (var files = Files.walk(folder)) {
                for (Path file :
                        files.filter(it -> it.toString().endsWith("Test.java")).toList()) {
                    tests.merge(
                            file.getFileName().toString().replace(".java", ""), Files.readString(file), String::concat);
                }
            }
        }
        return tests;
    }

    /** Of the services and of what they have in common; the web's libraries would take long to look through. */
    private static List<Path> folders() throws IOException {
        try (Stream<Path> all = Files.list(TopologyTest.ROOT)) {
            return all.filter(Files::isDirectory)
                    .filter(it ->
                            !it.endsWith("web") && !it.getFileName().toString().startsWith("."))
                    .toList();
        }
    }
}
