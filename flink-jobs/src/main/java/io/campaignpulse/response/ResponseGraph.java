package io.campaignpulse.response;

import io.campaignpulse.jobs.Pace;
import io.campaignpulse.response.core.CampaignTerms;
import io.campaignpulse.response.core.Change;
import io.campaignpulse.response.core.ShareChange;
import io.campaignpulse.serving.CatchUp;
import io.campaignpulse.serving.Command;
import io.campaignpulse.serving.ReachingOperator;
import io.campaignpulse.serving.ViewWrite;
import io.campaignpulse.wire.FormType;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;

/** The part of a job that counts campaign response. */
public final class ResponseGraph {
  private ResponseGraph() {}

  /** Campaigns that were defined at about the same time, together. */
  public static DataStream<List<CampaignTerms>> terms(DataStream<CampaignTerms> campaigns) {
    return campaigns
        .transform(
            "Gather terms", Types.LIST(TypeInformation.of(CampaignTerms.class)), new GatherTerms())
        .setBufferTimeout(Pace.RARE)
        .uid("gather-terms");
  }

  /** The campaigns' figures, to serve, by the changes that customers' ledgers make to them. */
  public static DataStream<ViewWrite> figures(
      DataStream<Change> changes, DataStream<Command> commands, CatchUp catchUp) {
    var type = new FormType<>(new ShareChangeType.Serializer());
    var cells =
        changes
            .transform("Combine cells", type, CombineChanges.ofCells())
            .setBufferTimeout(Pace.UNHURRIED)
            .uid("combine-cells");
    return changes
        .transform("Combine changes", type, CombineChanges.ofFigures())
        .setBufferTimeout(Pace.RARE)
        .uid("combine-changes")
        .union(cells)
        .keyBy(ShareChange::campaignId)
        .connect(commands.broadcast())
        .transform(
            "Sum campaign",
            TypeInformation.of(ViewWrite.class),
            ReachingOperator.of(new SumCampaign(catchUp)))
        .uid("sum-campaign");
  }
}
