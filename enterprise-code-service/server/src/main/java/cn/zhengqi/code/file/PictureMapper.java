package cn.zhengqi.code.file;

import cn.zhengqi.data.files.UnusedFiles;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Options;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface PictureMapper extends UnusedFiles {

    /** @param ownerId absent for those of before that was kept */
    record Row(
            UUID id,
            @Nullable UUID ownerId,
            String name,
            String contentType,
            long size,
            String objectKey,
            Instant createdAt) {

        StoredFile file() {
            return new StoredFile(id, name, contentType, size);
        }
    }

    @Insert("""
            insert into page_picture (id, owner_id, name, content_type, size, object_key, created_at)
            values (#{id}, #{ownerId}, #{name}, #{contentType}, #{size}, #{objectKey}, #{createdAt})""")
    void insert(Row row);

    String ROW = "id, owner_id, name, content_type, size, object_key, created_at";

    @Select("select " + ROW + " from page_picture where id = #{id}")
    @Nullable
    Row find(UUID id);

    @Override
    @Select("select count(*) from page_picture where owner_id = #{ownerId} and not shown")
    int unused(UUID ownerId);

    @Override
    @Select("select 1 from (select pg_advisory_xact_lock(hashtext('pictures of'), hashtext(#{ownerId}::text))) locked")
    @Options(flushCache = Options.FlushCachePolicy.TRUE)
    int lock(UUID ownerId);

    /** In the row itself, so that one that is swept away at the same moment is seen to be shown now, or not to be there any more. @return how many there are */
    @Update("update page_picture set shown = true where id = any(#{ids}::uuid[])")
    int show(@Param("ids") List<UUID> ids);

    @Update("update page_picture set shown = false where shown and id <> all(#{ids}::uuid[])")
    void hideOthers(@Param("ids") List<UUID> ids);

    @Select("delete from page_picture where created_at < #{before} and not shown returning " + ROW)
    @Options(flushCache = Options.FlushCachePolicy.TRUE)
    List<Row> removeUnused(@Param("before") Instant before);
}
