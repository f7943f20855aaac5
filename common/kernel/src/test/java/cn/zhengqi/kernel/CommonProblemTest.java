package cn.zhengqi.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CommonProblemTest {

    /** Of two windows of one person the second is told of no stranger. */
    @Test
    void who_meets_another_version_is_told_that_they_may_have_made_it_themselves() {
        assertThat(ProblemException.versionConflict().code().title()).isEqualTo("内容已有变化（由他人，或您在另一个窗口作出），请刷新后重试");
    }
}
