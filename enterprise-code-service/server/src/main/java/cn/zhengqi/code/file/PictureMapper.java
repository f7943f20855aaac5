package cn.zhengqi.code.file;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Options;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

@Mapper
interface PictureMapper {

    record Row(UUID id, String name, String contentType, long size, String objectKey, Instant createdAt) {

        StoredFile file() {
            return new StoredFile(id, name, contentType, size);
        }
    }

    @Insert("""
            insert into page_picture (id, name, content_type, size, object_key, created_at)
            values (#{id}, #{name}, #{contentType}, #{size}, #{objectKey}, #{createdAt})""")
    void insert(Row row);

    @Select("select * from page_picture where id = #{id}")
    @Nullable
    Row find(UUID id);

    @Select("select count(*) from page_picture where id = any(#{ids}::uuid[])")
    int known(@Param("ids") List<UUID> ids);

    @Select("delete from page_picture where created_at < #{before} and id <> all(#{kept}::uuid[]) returning *")
    @Options(flushCache = Options.FlushCachePolicy.TRUE)
    List<Row> removeOthers(@Param("kept") List<UUID> kept, @Param("before") Instant before);
}
