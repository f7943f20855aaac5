package cn.zhengqi.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class MaskTest {

    @ParameterizedTest
    @CsvSource({
        "NAME, 张三, 张*",
        "NAME, 王小明, 王*明",
        "NAME, 欧阳震华, 欧**华",
        "NAME, 李, 李*",
        "NAME, 😀小明🎈, 😀**🎈",
        "FAMILY_NAME, 𠮷田太郎, 𠮷***",
        "PHONE, 13812345678, 138****5678",
        "PHONE, 12345, *****",
        "ID_NUMBER, 500113199001011234, 500113********1234",
        "ADDRESS, 重庆市巴南区龙洲湾街道1号, 重庆市巴南区****",
        "ADDRESS, 龙洲湾, ***",
        "ENTERPRISE_NAME, 重庆巴南示例科技有限公司, 重庆****公司",
        "ENTERPRISE_NAME, 内蒙古示例矿业有限公司, 内蒙古****公司",
        "ENTERPRISE_NAME, 汇拓运输（重庆）有限公司, ****公司",
        "ENTERPRISE_NAME, 巴山, ***",
        "EMAIL, someone@example.cn, s***@example.cn",
        "EMAIL, nobody, ***",
        "HIDDEN, anything, ***"
    })
    void each_kind_of_data_is_covered_in_its_way(Mask mask, String plain, String covered) {
        assertThat(mask.apply(plain)).isEqualTo(covered);
    }

    @ParameterizedTest
    @EnumSource
    void nothing_stays_nothing(Mask mask) {
        assertThat(mask.apply("")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void no_text_passes_uncovered(Mask mask) {
        for (int length = 1; length <= 40; length++) {
            String plain = "字".repeat(length);
            assertThat(mask.apply(plain))
                    .as("%s of %d characters", mask, length)
                    .contains("*")
                    .isNotEqualTo(plain);
        }
    }

    @Test
    void a_short_phone_number_shows_no_digit() {
        assertThat(Mask.PHONE.apply("1381234")).isEqualTo("*******");
    }
}
