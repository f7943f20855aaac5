package cn.zhengqi.kernel.processing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeclaredProcessingTest {

    @Test
    void retention_is_told_in_words() {
        assertThat(Retention.of(Period.ofYears(3), "操作").text()).isEqualTo("自操作起 3 年");
        assertThat(Retention.of(Period.of(1, 6, 2), "提交").text()).isEqualTo("自提交起 18 个月 2 天");
        assertThat(Retention.of(Period.ofMonths(12), "授权").text()).isEqualTo("自授权起 1 年");
        assertThat(Retention.of(Period.ofDays(730), "匹配").text()).isEqualTo("自匹配起 2 年");
        assertThat(Retention.of(Period.ofDays(180), "匹配").text()).isEqualTo("自匹配起 180 天");
        assertThat(Retention.until("账号注销").text()).isEqualTo("至账号注销");
    }

    @Test
    void a_purpose_without_data_or_with_a_code_of_its_own_making_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> activity("finance.application", List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> activity("融资", List.of(DataCategory.FINANCING)));
    }

    @Test
    void no_purpose_is_declared_twice() {
        ProcessingActivity one = activity("finance.application", List.of(DataCategory.FINANCING));

        assertThatIllegalArgumentException().isThrownBy(() -> DeclaredProcessing.of("融资服务", one, one));
    }

    private static ProcessingActivity activity(String code, List<DataCategory> categories) {
        return new ProcessingActivity(
                code, "审核融资申请", categories, LegalBasis.CONTRACT, List.of(), Retention.until("信贷档案销毁"));
    }
}
