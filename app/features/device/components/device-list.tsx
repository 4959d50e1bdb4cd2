import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { Button } from "~/ui/button";
import { Tag } from "~/ui/tag";
import { TimeStamp } from "~/ui/time-stamp";
import { Yarn, YarnItem } from "~/ui/yarn";

type Moment = { instant: string; words: string };
type Device = { publicId: string; browser: string; shared: boolean; isThis: boolean; first: Moment; last: Moment };

type DeviceListProps = {
  devices: readonly Device[];
  /** The hidden key of a form of that name. */
  keyFor: (name: string) => ReactNode;
};

/** The browsers where one is signed in, each with its button. */
export function DeviceList({ devices, keyFor }: DeviceListProps) {
  const others = devices.filter(({ isThis }) => !isThis);
  return (
    <Yarn label="Vos appareils">
      {devices.map((device) => (
        <YarnItem key={device.publicId} knot={device.isThis ? "done" : "event"}>
          <DeviceText device={device} alone={others.length === 0} keyFor={keyFor} />
        </YarnItem>
      ))}
      {others.length > 1 ? (
        <YarnItem knot="loose">
          <Form method="post" action="/reglages/appareils/autres">
            {keyFor("autres-appareils")}
            <Button look="danger">Déconnecter tous les autres appareils</Button>
          </Form>
        </YarnItem>
      ) : null}
    </Yarn>
  );
}

function DeviceText({ device, alone, keyFor }: { device: Device; alone: boolean; keyFor: DeviceListProps["keyFor"] }) {
  const { publicId, browser, shared, isThis, first, last } = device;
  return (
    <div className="yarn-text">
      <p className="yarn-title">{browser}</p>
      <p className="yarn-note">
        {shared ? "Ordinateur partagé" : "Votre appareil"} · première connexion <TimeStamp instant={first.instant}>{first.words}</TimeStamp> · dernière
        visite <TimeStamp instant={last.instant}>{last.words}</TimeStamp>
      </p>
      <div className="yarn-act">
        {isThis ? (
          <>
            <Tag tone="moss">Celui-ci</Tag>
            {alone ? <span className="yarn-note">Votre session n’est ouverte nulle part ailleurs.</span> : null}
          </>
        ) : (
          <Form method="post" action={`/reglages/appareils/${publicId}/revocation`}>
            {keyFor(`appareil-${publicId}`)}
            <Button look="plain" small aria-label={`Déconnecter ${browser}`}>
              Déconnecter
            </Button>
          </Form>
        )}
      </div>
    </div>
  );
}
