package cn.zhengqi.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * A service that started for the second district ({@code deploy/district/example}), with its data and its demonstration, has no word of the
 * first in its tables. Extend it in each service as a {@link ServiceTest} with these properties.
 */
public abstract class AnotherDistrictTest {

    public static final String DEMO = "zhengqi.demo.enabled=true";
    public static final String CODE = "zhengqi.district.code=990106";
    public static final String PLATFORM = "zhengqi.district.platform=示例区惠企通";

    private static final String FOLDER = "zhengqi.district-data";
    private static final Pattern VALUE =
            Pattern.compile("^ +(?:name|city|platform|short-name): (\\p{IsHan}+)$", Pattern.MULTILINE);
    private static final Pattern TOWN = Pattern.compile("\"name\": \"(\\p{IsHan}+(?:街道|镇))\"");

    @Autowired
    private DataSource tables;

    private final String started;

    /** @param started something that the service has in its tables once it has started */
    protected AnotherDistrictTest(String started) {
        this.started = started;
    }

    @BeforeAll
    static void the_second_district_brings_its_data() {
        System.setProperty(
                FOLDER, Repository.file("deploy/district/example/data").toString());
    }

    @AfterAll
    static void the_others_are_in_the_first_again() {
        System.clearProperty(FOLDER);
    }

    @Test
    void no_table_has_a_word_of_the_first_district() {
        assertThat(RawTables.showing(tables, started))
                .as("what it was started with")
                .isNotEmpty();
        for (String word : wordsOfTheFirst()) {
            assertThat(RawTables.showing(tables, word)).as(word).isEmpty();
        }
    }

    /** As its own files name it, and the parts of those names that stand alone. */
    private static List<String> wordsOfTheFirst() {
        List<String> words = new ArrayList<>();
        VALUE.matcher(Repository.text("deploy/district/banan/district.yaml"))
                .results()
                .forEach(found -> words.add(found.group(1)));
        TOWN.matcher(Repository.text("deploy/district/banan/data/towns.json"))
                .results()
                .forEach(found -> words.add(found.group(1)));
        assertThat(words).contains("巴南区", "重庆市", "巴巴虎", "巴南区企业服务云", "龙洲湾街道").hasSizeGreaterThan(25);
        words.addAll(List.of("巴南", "重庆", "渝"));
        return words;
    }
}
