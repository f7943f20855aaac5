package cn.zhengqi.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalNumbersTest {

    @ParameterizedTest
    @CsvSource({
        "联系13812345678办理, 联系138****5678办理",
        "phone=13812345678&x=1, phone=138****5678&x=1",
        "+8613812345678, +86*******5678",
        "138 1234 5678, 138******5678",
        "023-66223344, 023*****3344",
        "身份证500199198506120037。, 身份证500199********0037。",
        "11010119900101123x, 110101********123x",
        "账号6222021234567890123已冻结, 账号***************0123已冻结",
        "6222 0212 3456 7890 123, ******************* 123"
    })
    void what_names_a_person_or_an_account_is_covered(String plain, String covered) {
        assertThat(PersonalNumbers.cover(plain)).isEqualTo(covered);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "019a1ddb-e288-71d9-a787-013812345678",
                "trace 4bf92f3577b34da6a3ce929d0e0e4736",
                "INFO [4bf92f3577b34da6a3ce929d0e0e4736-1234567890123456] started",
                "INFO [12345678901234567890123456789012-1234567890123456] started",
                "{\"traceId\":\"4bf92f3577b34da6a3ce929d0e0e4736\",\"spanId\":\"1234567890123456\"}",
                "traceparent 00-4bf92f3577b34da6a3ce929d0e0e4736-1234567890123456-01",
                "2026-11-28T06:21:47.123456789+08:00",
                "LM13812345678",
                "took 1764311707123 ms",
                "91500113MAXXY2Y044",
                "端口 18080，版本 262"
            })
    void what_only_has_digits_stays(String text) {
        assertThat(PersonalNumbers.cover(text)).isSameAs(text);
    }

    @Test
    void the_code_of_an_enterprise_stays_also_where_it_has_no_letter() {
        String uscc = Uscc.complete("91500113709321876").value();
        for (int last = 0; uscc.charAt(17) > '9'; last++) {
            uscc = Uscc.complete("9150011370932187" + last).value();
        }

        assertThat(PersonalNumbers.cover(uscc)).isEqualTo(uscc);
    }

    @Test
    void a_line_of_json_stays_one() {
        assertThat(PersonalNumbers.cover("{\"phone\":13812345678,\"said\":\"a\\n13812345678 \\\"p\\\":13812345678\"}"))
                .isEqualTo("{\"phone\":\"138****5678\",\"said\":\"a\\n138****5678 \\\"p\\\":138****5678\"}");
    }

    @Test
    void numbers_of_a_json_array_become_strings_and_those_in_a_string_stay_in_it() {
        assertThat(
                        PersonalNumbers.cover(
                                "{\"args\":[13812345678, 13912345678,-6222021234567890123.5e3],\"said\":\"to [13812345678,13912345678]\"}"))
                .isEqualTo(
                        "{\"args\":[\"138****5678\", \"139****5678\",\"***************0123\"],\"said\":\"to [138****5678,139****5678]\"}");
    }

    @Test
    void what_stands_after_a_span_that_stays_is_covered() {
        assertThat(PersonalNumbers.cover("[4bf92f3577b34da6a3ce929d0e0e4736-1234567890123456] 13812345678"))
                .isEqualTo("[4bf92f3577b34da6a3ce929d0e0e4736-1234567890123456] 138****5678");
    }

    @Test
    void a_line_of_json_stays_one_with_numbers_in_a_list() {
        assertThat(
                        PersonalNumbers.cover(
                                "{\"phones\":[13812345678,13812345679],\"said\":\"[13812345678, 13812345679] \\\\\",\"deep\":[[13812345678]]}"))
                .isEqualTo(
                        "{\"phones\":[\"138****5678\",\"138****5679\"],\"said\":\"[138****5678, 138****5679] \\\\\",\"deep\":[[\"138****5678\"]]}");
    }

    @Test
    void a_long_line_is_read_in_no_time() {
        String digits = "1234-".repeat(50_000) + "1".repeat(100_000) + "138 ".repeat(50_000);

        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> PersonalNumbers.cover(digits));
    }
}
