package cn.zhengqi.message.notification;

import cn.zhengqi.data.EntityMapper;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;

/** Stores notifications. */
@Mapper
interface NotificationMapper extends EntityMapper<Notification> {

    /** Those whose time has come. */
    @Select("""
            select * from notification where state = 'SCHEDULED' and send_at <= #{now} and (start_after is null or start_after <= #{now})
            order by send_at, id limit 100""")
    List<Notification> due(Instant now);

    /** Those that go out, the longest under way first. */
    @Select("select id from notification where state = 'SENDING' order by started_at, id")
    List<UUID> sending();

    /** It, if it is as it was seen and no other copy of the service is about to start it. */
    @Select("""
            select * from notification where id = #{id} and version = #{version} and state = 'SCHEDULED'
            for update skip locked""")
    Optional<Notification> toStart(UUID id, int version);
}
