package cn.zhengqi.policy.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.testing.ServiceTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServiceTest(properties = "zhengqi.demo.enabled=true")
class DemoDeclarationsTest {

    @Autowired
    private JdbcClient jdbc;

    @Test
    void the_demo_has_open_projects_and_one_declaration_that_is_whole() {
        assertThat(jdbc.sql("select title from declaration_project where demo and status = 'OPEN'")
                        .query(String.class)
                        .list())
                .hasSize(2)
                .allMatch(title -> title.contains("演示"));
        assertThat(jdbc.sql("select enterprise_name from declaration where demo and status = 'SUBMITTED'")
                        .query(String.class)
                        .list())
                .containsExactly("重庆渝巴软件科技有限公司");
    }
}
