package cn.zhengqi.testing.sample;

import cn.zhengqi.kernel.permission.DeclaredPermission;
import cn.zhengqi.kernel.permission.DeclaredPermissions;
import cn.zhengqi.kernel.processing.DataCategory;
import cn.zhengqi.kernel.processing.DeclaredProcessing;
import cn.zhengqi.kernel.processing.LegalBasis;
import cn.zhengqi.kernel.processing.ProcessingActivity;
import cn.zhengqi.kernel.processing.Retention;
import cn.zhengqi.web.PublicRoutes;
import java.util.List;
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
    DeclaredProcessing declaredProcessing() {
        return DeclaredProcessing.of(
                "测试",
                new ProcessingActivity(
                        "sample.things",
                        "测试",
                        List.of(DataCategory.STATISTICS),
                        LegalBasis.LEGAL_DUTY,
                        List.of(),
                        Retention.until("测试结束")));
    }

    @Bean
    PublicRoutes publicRoutes() {
        return PublicRoutes.of("GET /api/sample/things");
    }
}
