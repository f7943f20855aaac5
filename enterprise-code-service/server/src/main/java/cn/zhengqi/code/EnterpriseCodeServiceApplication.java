package cn.zhengqi.code;

import cn.zhengqi.user.api.InternalEnterprises;
import org.apache.ibatis.annotations.Mapper;
import org.mybatis.spring.annotation.MapperScan;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.cloud.openfeign.EnableFeignClients;

@SpringBootApplication
@MapperScan(basePackages = "cn.zhengqi.code", annotationClass = Mapper.class)
@EnableFeignClients(clients = InternalEnterprises.class)
public class EnterpriseCodeServiceApplication {

    public static void main(String[] args) {
        SpringApplication.run(EnterpriseCodeServiceApplication.class, args);
    }
}
