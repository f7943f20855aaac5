package cn.zhengqi.bad.route;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RestController;

@RestController
public class AskingEndpoint {

    private final JdbcClient jdbc;

    AskingEndpoint(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long count() {
        return jdbc.sql("select 1").query(Long.class).single();
    }
}
