package cn.zhengqi.user.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.kernel.Uscc;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchTermTest {

    @Test
    void eighteen_characters_with_a_right_check_character_are_a_code() {
        assertThat(SearchTerm.parse("91500000202869177y"))
                .isEqualTo(new SearchTerm.Code(new Uscc("91500000202869177Y")));
    }

    @Test
    void blanks_inside_a_code_are_overlooked() {
        assertThat(SearchTerm.parse("9150 0000 2028 6917 7Y"))
                .isEqualTo(new SearchTerm.Code(new Uscc("91500000202869177Y")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"91500000202869177X", "9150000020286917", "915000002028691770123", "91500000202869177I"})
    void what_looks_like_a_code_but_is_none_is_refused_rather_than_not_found(String typed) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> SearchTerm.parse(typed))
                .satisfies(problem -> assertThat(problem.code()).isEqualTo(CommonProblem.USCC_INVALID));
    }

    @Test
    void words_are_parts_that_a_name_must_contain_together() {
        assertThat(SearchTerm.parse(" 渝巴  机械 ")).isEqualTo(new SearchTerm.NameParts(java.util.List.of("渝巴", "机械")));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "渝", " 渝 "})
    void less_than_two_characters_would_list_half_of_the_register(String typed) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> SearchTerm.parse(typed))
                .satisfies(problem -> assertThat(problem.fieldErrors())
                        .singleElement()
                        .satisfies(error -> assertThat(error.field()).isEqualTo("q")));
    }

    @Test
    void endless_text_is_refused() {
        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> SearchTerm.parse("渝".repeat(101)));
    }
}
