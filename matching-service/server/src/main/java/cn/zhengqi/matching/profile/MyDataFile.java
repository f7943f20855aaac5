package cn.zhengqi.matching.profile;

import cn.zhengqi.data.Json;
import cn.zhengqi.matching.api.facts.FactDictionary;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gathers what is kept here of a person, for them to take out. */
@Component
class MyDataFile {

    private final JdbcClient jdbc;

    MyDataFile(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    MyData of(UUID person) {
        return new MyData(jdbc.sql("""
                        select e.name as enterprise, f.name, f.value, f.as_of from fact f join enterprise e on e.id = f.enterprise_id
                        where f.recorded_by = ? order by e.name, f.name""")
                .param(person)
                .query((row, n) -> new MyData.Filled(
                        row.getString("enterprise"),
                        FactDictionary.inForce().get(row.getString("name")).label(),
                        Json.MAPPER.readValue(row.getString("value"), Object.class),
                        row.getDate("as_of").toLocalDate()))
                .list());
    }
}
