global using RestoreDrill.Sandbox;
global using RestoreDrill.Sandbox.Clusters;
global using RestoreDrill.Sandbox.Sample;
