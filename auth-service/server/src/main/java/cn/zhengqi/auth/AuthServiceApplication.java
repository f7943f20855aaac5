package cn.zhengqi.auth;

import cn.zhengqi.message.api.InternalSms;
import cn.zhengqi.user.api.InternalInstitutions;
import cn.zhengqi.user.api.InternalPrincipals;
import org.mybatis.spring.annotation.MapperScan;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.cloud.openfeign.EnableFeignClients;
import org.springframework.scheduling.annotation.EnableScheduling;

@SpringBootApplication
@EnableScheduling
@EnableFeignClients(clients = {InternalPrincipals.class, InternalInstitutions.class, InternalSms.class})
@MapperScan(basePackages = "cn.zhengqi.auth", annotationClass = org.apache.ibatis.annotations.Mapper.class)
public class AuthServiceApplication {

    public static void main(String[] args) {
        SpringApplication.run(AuthServiceApplication.class, args);
    }
}
