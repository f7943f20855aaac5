package cn.zhengqi.user;

import cn.zhengqi.auth.api.InternalAccounts;
import cn.zhengqi.finance.api.InternalPurposeUses;
import cn.zhengqi.user.calendar.CodePromises;
import cn.zhengqi.user.calendar.FinancePromises;
import cn.zhengqi.user.calendar.OpsPromises;
import cn.zhengqi.user.calendar.PolicyPromises;
import org.mybatis.spring.annotation.MapperScan;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.cloud.openfeign.EnableFeignClients;
import org.springframework.scheduling.annotation.EnableScheduling;

@SpringBootApplication
@EnableScheduling
@EnableFeignClients(
        clients = {
            CodePromises.class,
            FinancePromises.class,
            InternalAccounts.class,
            InternalPurposeUses.class,
            OpsPromises.class,
            PolicyPromises.class
        })
@MapperScan(basePackages = "cn.zhengqi.user", annotationClass = org.apache.ibatis.annotations.Mapper.class)
public class UserServiceApplication {

    public static void main(String[] args) {
        SpringApplication.run(UserServiceApplication.class, args);
    }
}
