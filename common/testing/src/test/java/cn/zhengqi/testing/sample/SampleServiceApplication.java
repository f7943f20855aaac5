package cn.zhengqi.testing.sample;

import cn.zhengqi.kernel.permission.DeclaredPermission;
import cn.zhengqi.kernel.permission.DeclaredPermissions;
import cn.zhengqi.web.PublicRoutes;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

@SpringBootApplication
public class SampleServiceApplication {

    @Bean
    DeclaredPermissions declaredPermissions() {
        return DeclaredPermissions.of(
                new DeclaredPermission("thing.write", "测试", "测试", "测试"),
                new DeclaredPermission("thing.manage", "测试", "测试", "测试"));
    }

    @Bean
    PublicRoutes publicRoutes() {
        return PublicRoutes.of("GET /api/sample/things");
    }
}
