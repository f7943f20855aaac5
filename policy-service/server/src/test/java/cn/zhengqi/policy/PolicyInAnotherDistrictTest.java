package cn.zhengqi.policy;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.testing.AnotherDistrictTest;
import cn.zhengqi.testing.ServiceTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The policies of the whole country are everywhere, those of the first district's city only there. */
@ServiceTest(properties = AnotherDistrictTest.CODE)
class PolicyInAnotherDistrictTest extends AnotherDistrictTest {

    @Autowired
    private JdbcClient jdbc;

    PolicyInAnotherDistrictTest() {
        super("高新技术企业");
    }

    @Test
    void policies_of_the_whole_country_are_there_and_no_others() {
        List<String> codes = jdbc.sql("select code from policy order by code")
                .query(String.class)
                .list();
        assertThat(codes).hasSize(45).allMatch(code -> code.startsWith("N"));
    }
}
