package cn.zhengqi.policy.project;

import cn.zhengqi.data.JsonbType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ProjectColumns {

    @Bean
    JsonbType formDesignColumn() {
        return new JsonbType(FormDesign.class);
    }

    @Bean
    JsonbType formSchemaColumn() {
        return new JsonbType(FormSchema.class);
    }

    @Bean
    JsonbType materialsColumn() {
        return new JsonbType(Material.All.class);
    }

    @Bean
    JsonbType audienceColumn() {
        return new JsonbType(Audience.class);
    }

    @Bean
    JsonbType stepsColumn() {
        return new JsonbType(Step.All.class);
    }
}
