package cn.zhengqi.bad.route;

import org.springframework.jdbc.core.simple.JdbcClient;

class Room {

    private final JdbcClient jdbc;

    Room(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long count() {
        return jdbc.sql("select 1").query(Long.class).single();
    }
}
