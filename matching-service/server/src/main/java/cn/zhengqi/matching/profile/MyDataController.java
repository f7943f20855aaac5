package cn.zhengqi.matching.profile;

import cn.zhengqi.data.Json;
import cn.zhengqi.matching.api.facts.FactDictionary;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.Permission;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** 导出我的数据: this service's part. That it was taken out auth-service records, whose part the page asks for first. */
@RestController
class MyDataController {

    private final JdbcClient jdbc;

    MyDataController(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @GetMapping("/api/match/my/data")
    @Permission(Permission.SIGNED_IN)
    @Transactional(readOnly = true)
    public MyData data(CurrentUser user) {
        return new MyData(jdbc.sql("""
                        select e.name as enterprise, f.name, f.value, f.as_of from fact f join enterprise e on e.id = f.enterprise_id
                        where f.recorded_by = ? order by e.name, f.name""")
                .param(user.accountId())
                .query((row, n) -> new MyData.Filled(
                        row.getString("enterprise"),
                        FactDictionary.inForce().get(row.getString("name")).label(),
                        Json.MAPPER.readValue(row.getString("value"), Object.class),
                        row.getDate("as_of").toLocalDate()))
                .list());
    }
}
