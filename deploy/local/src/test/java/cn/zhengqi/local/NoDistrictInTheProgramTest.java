package cn.zhengqi.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** What is built is nobody's: the names of districts stand in their own folders and nowhere else. The web has a test of its own. */
class NoDistrictInTheProgramTest {

    private static final Pattern TOWN = Pattern.compile("\"name\": \"(\\p{IsHan}+(?:街道|镇))\"");

    /** Mends installations that were filled before banks had one name, and touches no other row. */
    private static final String OLD_BANKS = "V7__banks_by_one_name.sql";

    /** National lists of which the first district's city is one line; and files for tests of matching that no service reads. */
    private static final List<String> NATIONAL = List.of(
            "gbt2260.tsv",
            "provinces.txt",
            "uscc.json",
            "match_profiles.jsonl",
            "assistant_queries.jsonl",
            "README.md");

    @Test
    void no_text_of_any_service_has_a_word_of_the_first_district() throws IOException {
        List<String> words = words();
        assertThat(words).contains("巴南", "重庆", "巴巴虎", "巴南区企业服务云", "龙洲湾街道");
        List<Path> files = built();
        assertThat(files).hasSizeGreaterThan(900);
        List<String> found = new ArrayList<>();
        for (Path file : files) {
            String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            words.stream()
                    .filter(text::contains)
                    .forEach(word -> found.add(TopologyTest.ROOT.relativize(file) + ": " + word));
        }
        assertThat(found).isEmpty();
    }

    @Test
    void each_district_has_all_that_a_start_reads() throws IOException {
        try (Stream<Path> folders = Files.list(TopologyTest.ROOT.resolve("deploy/district"))) {
            assertThat(folders.toList())
                    .hasSizeGreaterThan(1)
                    .allSatisfy(folder -> assertThat(List.of(
                                    "district.yaml",
                                    "public",
                                    "data/divisions.tsv",
                                    "data/towns.json",
                                    "data/institutions.jsonl",
                                    "data/demo/accounts.tsv",
                                    "data/demo/enterprises.jsonl",
                                    "data/demo/anchor.txt",
                                    "data/demo/places.txt"))
                            .allSatisfy(file -> assertThat(folder.resolve(file)).exists()));
        }
    }

    private static List<Path> built() throws IOException {
        Pattern source = Pattern.compile("/src/main/(java|resources)/");
        try (Stream<Path> files = Files.walk(TopologyTest.ROOT)) {
            return files.filter(file -> source.matcher(file.toString()).find())
                    .filter(file -> !file.startsWith(TopologyTest.ROOT.resolve("bench")))
                    .filter(file -> !file.toString().contains("/node_modules/"))
                    // Looks for these words in the tables of services.
                    .filter(file -> !file.startsWith(TopologyTest.ROOT.resolve("common/testing")))
                    .filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith(OLD_BANKS))
                    .filter(file -> !NATIONAL.contains(file.getFileName().toString()))
                    .toList();
        }
    }

    private static List<String> words() throws IOException {
        Path first = TopologyTest.ROOT.resolve("deploy/district").resolve(Workspace.FIRST_DISTRICT);
        Map<String, Map<String, Map<String, Object>>> file =
                new Yaml().load(Files.readString(first.resolve("district.yaml")));
        Map<String, Object> district = Objects.requireNonNull(
                Objects.requireNonNull(file.get("zhengqi")).get("district"));
        String name = Objects.requireNonNull(district.get("name")).toString();
        String city = Objects.requireNonNull(district.get("city")).toString();
        List<String> words = new ArrayList<>(List.of(
                name,
                city,
                name.substring(0, name.length() - 1),
                city.substring(0, city.length() - 1),
                "渝",
                Objects.requireNonNull(district.get("code")).toString(),
                Objects.requireNonNull(district.get("platform")).toString(),
                Objects.requireNonNull(district.get("short-name")).toString(),
                ((Map<?, ?>) Objects.requireNonNull(district.get("mascot")))
                        .get("name")
                        .toString()));
        TOWN.matcher(Files.readString(first.resolve("data/towns.json")))
                .results()
                .forEach(found -> words.add(found.group(1)));
        return words;
    }
}
