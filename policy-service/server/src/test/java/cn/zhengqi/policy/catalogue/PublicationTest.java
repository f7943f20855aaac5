package cn.zhengqi.policy.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.kernel.ProblemException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublicationTest {

    @ParameterizedTest
    @CsvSource({"DRAFT, PUBLISHED", "PUBLISHED, WITHDRAWN", "WITHDRAWN, PUBLISHED"})
    void these_changes_are_allowed(Publication from, Publication to) {
        assertThat(from.to(to)).isEqualTo(to);
    }

    @ParameterizedTest
    @CsvSource({
        "DRAFT, DRAFT",
        "DRAFT, WITHDRAWN",
        "PUBLISHED, DRAFT",
        "PUBLISHED, PUBLISHED",
        "WITHDRAWN, DRAFT",
        "WITHDRAWN, WITHDRAWN"
    })
    void all_others_are_not(Publication from, Publication to) {
        assertThatThrownBy(() -> from.to(to))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.code()).isEqualTo(CommonProblem.STATE_CONFLICT));
    }
}
