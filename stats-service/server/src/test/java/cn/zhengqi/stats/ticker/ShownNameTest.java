package cn.zhengqi.stats.ticker;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShownNameTest {

    @ParameterizedTest
    @CsvSource({"MASKED,重庆****公司", "ANONYMOUS,某企业", "PLAIN,重庆渝巴机械有限公司"})
    void an_enterprise_is_named_as_configured(ShownName configured, String shown) {
        assertThat(configured.of("重庆渝巴机械有限公司")).isEqualTo(shown);
    }
}
