package cn.zhengqi.promise;

import java.time.LocalTime;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** When people work. */
@ConfigurationProperties("zhengqi.promise")
record PromiseProperties(
        @DefaultValue("09:00") LocalTime opens,
        @DefaultValue("17:30") LocalTime closes) {

    WorkingHours hours() {
        return new WorkingHours(opens, closes);
    }
}
