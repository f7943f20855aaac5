package cn.zhengqi.message.notice;

import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;

class NoticeKindsTest {

    @Test
    void every_kind_has_a_code_of_its_own_and_ships_words_that_fit_what_it_knows() {
        assertThatCode(NoticeKinds::catalogue).doesNotThrowAnyException();
    }
}
