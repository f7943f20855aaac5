package cn.zhengqi.message.notification;

import cn.zhengqi.data.EntityMapper;
import java.time.Instant;
import java.util.Optional;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;

/** Stores notifications. */
@Mapper
interface NotificationMapper extends EntityMapper<Notification> {

    /** One whose time has come and that no other copy of the service is about to start. */
    @Select("""
            select * from notification where state = 'SCHEDULED' and send_at <= #{now}
            order by send_at, id limit 1 for update skip locked""")
    Optional<Notification> due(Instant now);
}
