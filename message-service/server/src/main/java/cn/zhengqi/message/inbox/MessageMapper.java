package cn.zhengqi.message.inbox;

import cn.zhengqi.data.EntityMapper;
import org.apache.ibatis.annotations.Mapper;

@Mapper
interface MessageMapper extends EntityMapper<Message> {}
