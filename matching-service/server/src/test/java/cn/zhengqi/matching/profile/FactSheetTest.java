package cn.zhengqi.matching.profile;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.data.Json;
import cn.zhengqi.matching.api.facts.FactDictionary;
import cn.zhengqi.matching.api.facts.FactSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FactSheetTest {

    private static final FactDictionary DICTIONARY = FactDictionary.standard();
    private static final LocalDate DAY = LocalDate.of(2026, 3, 31);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-1",
                "63",
                "-64",
                "64",
                "2147483647",
                "-2147483648",
                "2147483648",
                "9223372036854775808",
                "12.50",
                "-0.001",
                "0.0",
                "123456789012345678901234567890.12",
                "true",
                "false",
                "\"\"",
                "\"渝北区 𠮷\"",
                "[]",
                "[1, null, 2.50]",
                "[\"a\", [\"b\"], {\"c\": 1}]",
                "{\"c\": [1, 2]}"
            })
    void a_value_is_read_as_it_is_read_from_the_table(String json) {
        KnownFact told = fact("employees", FactSource.SELF, Json.MAPPER.readValue(json, Object.class));
        assertThat(read(told)).containsExactly(told);
    }

    @Test
    void what_several_sources_say_stands_side_by_side_each_with_its_day() {
        KnownFact told = fact("revenue", FactSource.TAX, List.of(1, 2));
        KnownFact said = new KnownFact("revenue", FactSource.SELF, List.of(3), LocalDate.of(1969, 12, 31));
        KnownFact invented = fact("employees", FactSource.DEMO, 5);
        KnownFact registered = fact("employees", FactSource.REGISTER, 6);
        assertThat(read(told, said, invented, registered)).containsExactly(told, said, invented, registered);
    }

    @Test
    void what_is_not_asked_for_is_stepped_over_however_long_it_is() {
        KnownFact far = fact("quals", FactSource.SELF, List.of("认".repeat(5000), "定"));
        KnownFact wanted = fact("employees", FactSource.SELF, 7);
        List<KnownFact> read = new ArrayList<>();
        int slot = DICTIONARY.slot("employees");
        FactSheet.read(
                sheet(far, wanted, far), DICTIONARY, asked -> asked == slot, (fact, definition) -> read.add(fact));
        assertThat(read).containsExactly(wanted);
    }

    @Test
    void one_who_has_a_fact_that_is_in_no_dictionary_has_no_sheet() {
        assertThat(FactSheet.of(List.of(fact("definedElsewhere", FactSource.SELF, 1)), DICTIONARY))
                .isNull();
    }

    @Test
    void a_fact_that_another_copy_defined_a_moment_ago_is_not_asked_for_here() {
        FactDictionary before = new FactDictionary(DICTIONARY.facts().subList(0, 1));
        KnownFact known = fact(before.facts().getFirst().name(), FactSource.REGISTER, "企业");
        List<KnownFact> read = new ArrayList<>();
        FactSheet.read(
                sheet(fact("employees", FactSource.SELF, 7), known),
                before,
                asked -> true,
                (fact, definition) -> read.add(fact));
        assertThat(read).containsExactly(known);
    }

    @Test
    void a_sheet_of_another_form_is_none() {
        byte[] sheet = sheet(fact("employees", FactSource.SELF, 7));
        assertThat(FactSheet.isReadable(sheet)).isTrue();
        sheet[0]++;
        assertThat(FactSheet.isReadable(sheet)).isFalse();
        assertThat(FactSheet.isReadable(new byte[0])).isFalse();
    }

    private static KnownFact fact(String name, FactSource source, Object value) {
        return new KnownFact(name, source, value, DAY);
    }

    private static byte[] sheet(KnownFact... facts) {
        return Objects.requireNonNull(FactSheet.of(List.of(facts), DICTIONARY));
    }

    private static List<KnownFact> read(KnownFact... facts) {
        List<KnownFact> read = new ArrayList<>();
        FactSheet.read(sheet(facts), DICTIONARY, asked -> true, (fact, definition) -> read.add(fact));
        return read;
    }
}
