package cn.zhengqi.user;

import cn.zhengqi.auth.api.InternalAccounts;
import cn.zhengqi.finance.api.InternalPurposeUses;
import org.mybatis.spring.annotation.MapperScan;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.cloud.openfeign.EnableFeignClients;
import org.springframework.scheduling.annotation.EnableScheduling;

@SpringBootApplication
@EnableScheduling
@EnableFeignClients(clients = {InternalAccounts.class, InternalPurposeUses.class})
@MapperScan(basePackages = "cn.zhengqi.user", annotationClass = org.apache.ibatis.annotations.Mapper.class)
public class UserServiceApplication {

    public static void main(String[] args) {
        SpringApplication.run(UserServiceApplication.class, args);
    }
}
