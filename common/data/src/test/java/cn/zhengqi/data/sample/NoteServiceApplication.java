package cn.zhengqi.data.sample;

import cn.zhengqi.data.JsonbType;
import cn.zhengqi.data.encryption.KeyChanges;
import cn.zhengqi.kernel.permission.DeclaredPermission;
import cn.zhengqi.kernel.permission.DeclaredPermissions;
import cn.zhengqi.web.PublicRoutes;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

@SpringBootApplication
public class NoteServiceApplication {

    public static void main(String[] args) {
        SpringApplication.run(NoteServiceApplication.class, args);
    }

    @Bean
    DeclaredPermissions declaredPermissions() {
        return DeclaredPermissions.of(new DeclaredPermission("note.write", "测试", "测试", "测试"));
    }

    @Bean
    PublicRoutes publicRoutes() {
        return PublicRoutes.none();
    }

    @Bean
    JsonbType terms() {
        return new JsonbType(Note.Terms.class);
    }

    /** Where the record is kept is for a module above to say. */
    @Bean
    KeyChanges keyChanges() {
        return new KeyChanges() {
            @Override
            public void made() {}

            @Override
            public void encryptedAnew(String column, int version, int values) {}
        };
    }
}
